import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'

// Only templates: oxlint checks the scripts, oxfmt owns the layout.
const layout = Object.fromEntries(
  [
    'html-closing-bracket-newline',
    'html-closing-bracket-spacing',
    'html-indent',
    'html-self-closing',
    'first-attribute-linebreak',
    'max-attributes-per-line',
    'multiline-html-element-content-newline',
    'singleline-html-element-content-newline',
    'mustache-interpolation-spacing',
    'no-multi-spaces',
    'attributes-order',
  ].map((rule) => [`vue/${rule}`, 'off']),
)

export default [
  { ignores: ['**/dist/**', '**/*.{js,mjs,ts}'] },
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      ...layout,
      'vue/require-default-prop': 'off',
      'vue/no-v-html': 'error',
      // Text goes through t(), so that every language has it.
      'vue/no-bare-strings-in-template': 'error',
      'max-lines': ['error', 400],
    },
  },
  { files: ['**/test/**/*.vue'], rules: { 'vue/no-bare-strings-in-template': 'off' } },
]
