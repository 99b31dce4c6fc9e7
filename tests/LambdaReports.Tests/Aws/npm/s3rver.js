// A server of S3 on a free port of loopback: node --openssl-legacy-provider s3rver.js FOLDER BUCKET
// (its tokens of further pages use DES). Prints the port; ends with its standard input.
const S3rver = require('@20minutes/s3rver');

const [directory, bucket] = process.argv.slice(2);
new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  // The SDK signs /bucket/ where this server checks /bucket.
  allowMismatchedSignatures: true,
  directory,
  configureBuckets: [{ name: bucket }],
}).run().then(({ port }) => console.log(port));
process.stdin.on('end', () => process.exit()).resume();
