import { describe, expect, it } from 'vitest'
import { parseMounts } from './filesystems.ts'
import { parseDiskstats, parseMeminfo, parseNetDev } from './proc.ts'
import { parseProcess } from './processes.ts'

describe('/proc', () => {
  it('reads memory in bytes', () => {
    expect([...parseMeminfo('MemTotal:       24689876 kB\nActive(anon):  12 kB\nHugePages_Total:       0\n')]).toEqual([
      ['MemTotal', 24_689_876 * 1024],
      ['Active', 12 * 1024],
    ])
  })

  it('reads whole disks, in bytes of 512 byte sectors', () => {
    const rows = [
      ' 253 0 vda 10 0 100 5 20 0 200 7 0 9 12 0 0 0 0 0 0',
      ' 253 1 vda1 9 0 90 5 20 0 200 7 0 9 12 0 0 0 0 0 0',
      ' 259 0 nvme0n1 1 0 2 0 3 0 4 0 0 0 0',
      ' 259 1 nvme0n1p1 1 0 2 0 3 0 4 0 0 0 0',
      '   7 0 loop0 1 0 2 0 3 0 4 0 0 0 0',
    ]
    expect(parseDiskstats(`${rows.join('\n')}\n`)).toEqual([
      { name: 'vda', in: 51_200, out: 102_400 },
      { name: 'nvme0n1', in: 1024, out: 2048 },
    ])
  })

  it('reads interfaces without the loopback', () => {
    const text =
      'Inter-|   Receive  |  Transmit\n face |bytes packets\n    lo: 1 0 0 0 0 0 0 0 1 0\n  eth0:900 3 0 0 0 0 0 0 400 2 0\n'
    expect(parseNetDev(text)).toEqual([{ name: 'eth0', in: 900, out: 400 }])
  })

  it('reads a process whose name holds parentheses and blanks', () => {
    const stat = '42 (tmux: (a) b) S 1 42 42 0 -1 4194560 1 0 0 0 150 50 0 0 20 0 3 0 100 1000 200'
    expect(parseProcess('42', stat, 'Name:\tx\nVmRSS:\t   200 kB\n')).toEqual({
      pid: '42',
      name: 'tmux: (a) b',
      state: 'sleeping',
      cpuSeconds: 2,
      threads: 3,
      residentBytes: 204_800,
    })
  })

  it('lists each device once, and no file system of the kernel', () => {
    const text =
      '/dev/vda1 / ext4 rw 0 0\n/dev/vda1 /mnt/my\\040disk ext4 rw 0 0\nproc /proc proc rw 0 0\ntmpfs /tmp tmpfs rw 0 0\n'
    expect(parseMounts(text)).toEqual([
      { device: '/dev/vda1', mount: '/', type: 'ext4' },
      { device: 'tmpfs', mount: '/tmp', type: 'tmpfs' },
    ])
  })
})
