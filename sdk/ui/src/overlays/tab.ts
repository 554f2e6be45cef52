export interface Tab {
  readonly value: string
  readonly label: string
  readonly icon?: string
}
