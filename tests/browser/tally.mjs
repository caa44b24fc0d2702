//! Counts what passed and what failed, and prints it.

/// A count: `check` adds to it, `done` prints it and sets the exit code.
export function tally() {
  let passed = 0;
  let failed = 0;
  return {
    check(name, faults) {
      if (faults.length === 0) {
        passed += 1;
        return;
      }
      failed += 1;
      console.log(`FAIL: ${name}`);
      for (const fault of faults) console.log(`      ${fault}`);
    },
    done() {
      console.log(`${passed} passed, ${failed} failed`);
      process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
    },
  };
}

/// `--name value` and `--flag` of the command line, and what is neither.
export function options(names = []) {
  const given = { rest: [] };
  const words = process.argv.slice(2);
  while (words.length > 0) {
    const word = words.shift();
    if (!word.startsWith('--')) given.rest.push(word);
    else if (names.includes(word.slice(2))) given[word.slice(2)] = words.shift();
    else given[word.slice(2)] = true;
  }
  return given;
}
