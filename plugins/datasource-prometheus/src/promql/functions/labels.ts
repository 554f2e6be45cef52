import { declareFunctions } from './declare.ts'

export const labels = declareFunctions('label', {
  label_replace: {
    takes: 'v: instant, to: string, replacement: string, from: string, pattern: string',
    summary: 'Sets a label from the parts of another that a pattern matches.',
    example: 'label_replace(up, "host", "$1", "instance", "(.*):.*")',
  },
  label_join: {
    takes: 'v: instant, to: string, separator: string, from: string*',
    summary: 'Sets a label to the values of others, with a separator between them.',
    example: 'label_join(up, "target", "/", "job", "instance")',
  },
  info: {
    takes: 'v: instant, selector: instant?',
    summary: 'Adds the labels of info metrics that belong to the same target.',
    example: 'info(rate(http_requests_total[5m]), {k8s_cluster_name=~".+"})',
    experimental: true,
  },
})

export const orders = declareFunctions('order', {
  sort: {
    takes: 'v: instant',
    summary: 'The series from the smallest value to the largest, in instant queries.',
    example: 'sort(node_load1)',
  },
  sort_desc: {
    takes: 'v: instant',
    summary: 'The series from the largest value to the smallest, in instant queries.',
    example: 'sort_desc(node_load1)',
  },
  sort_by_label: {
    takes: 'v: instant, label: string*',
    summary: 'The series by the values of labels, in instant queries.',
    example: 'sort_by_label(up, "instance")',
    experimental: true,
  },
  sort_by_label_desc: {
    takes: 'v: instant, label: string*',
    summary: 'The series by the values of labels, backwards, in instant queries.',
    example: 'sort_by_label_desc(up, "instance")',
    experimental: true,
  },
})
