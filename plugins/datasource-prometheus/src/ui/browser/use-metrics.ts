import { computed, shallowRef, watch, type Ref } from 'vue'
import type { Catalog, Metric } from '../names/catalog.ts'
import { NameIndex } from '../names/name-index.ts'

/** The metrics of a datasource, asked for once when they are first to be seen, as a search narrows them down. */
export function useMetrics(catalog: () => Catalog, isOpen: Ref<boolean>, search: Ref<string>, type: Ref<string>) {
  const metrics = shallowRef<readonly Metric[]>([])
  const isCutOff = shallowRef(false)
  const state = shallowRef<'asked' | 'here' | 'failed'>('asked')
  const failure = shallowRef('')

  async function load() {
    state.value = 'asked'
    try {
      const { items, isCutOff: cut } = await catalog().allMetrics()
      metrics.value = items
      isCutOff.value = cut
      state.value = 'here'
    } catch (error) {
      failure.value = error instanceof Error ? error.message : String(error)
      state.value = 'failed'
    }
  }
  watch(isOpen, (open) => open && state.value !== 'here' && load(), { immediate: true })

  const index = computed(() => new NameIndex(metrics.value.map(({ name }) => name)))
  const types = computed(() => [...new Set(metrics.value.map((metric) => metric.type))].filter(Boolean).sort())
  const found = computed<readonly number[]>(() => {
    const { rows } = index.value.find(search.value, metrics.value.length)
    return type.value ? rows.filter((row) => metrics.value[row]!.type === type.value) : rows
  })
  return { metrics, found, types, isCutOff, state, failure, load }
}
