// Prints "N passed, N failed[, N skipped]" from the JSON that the test run itself wrote.
import { readFileSync } from "node:fs";

const file = process.argv[2];
let results;
try {
  results = JSON.parse(readFileSync(file, "utf8"));
} catch (error) {
  console.error(`${file}: the test run left no results (${error.message})`);
  process.exit(1);
}
const skipped = results.numPendingTests + results.numTodoTests;
const suites = results.testResults.filter(
  (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
).length;
const failed = results.numFailedTests + suites;
console.log(
  `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`,
);
if (results.numPassedTests === 0 || failed > 0) process.exitCode = 1;
