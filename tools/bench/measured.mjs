// Runs programs for the benchmarks, and asks the system what they took.
import { spawnSync } from 'node:child_process';

const MEASURED = `
import json, resource, subprocess, sys, time
start = time.monotonic()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"code": code, "seconds": time.monotonic() - start, "cpu": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss * 1024}))
`;
/** Runs a program to its end; gives its seconds and its peak memory in bytes as the system counted it. */
export function measured(program, ...args) {
  const done = spawnSync('python3', ['-c', MEASURED, program, ...args], { encoding: 'utf8' });
  if (done.error) throw done.error;
  const result = JSON.parse(done.stdout);
  // Exit code 3 says "done, some rows refused".
  if (result.code !== 0 && result.code !== 3) throw new Error(`${program} ${args.join(' ')}: ${result.code}\n${done.stderr}`);
  return result;
}
