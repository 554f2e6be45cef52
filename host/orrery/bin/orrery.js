#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error('orrery needs Node 24 or newer; this is Node ' + process.versions.node + '.')
  process.exit(1)
}
await import('../dist/command/main.js')
