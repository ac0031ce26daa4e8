/** The site's secret in tests. */
export const TEST_SECRET = "a secret of the tests, long enough to pass";
