// Prints what Amazon's client sees of a server: node client.mjs URL GROUP STREAM
import {
  CloudWatchLogsClient, FilterLogEventsCommand, GetLogEventsCommand, GetQueryResultsCommand, StartQueryCommand,
} from '@aws-sdk/client-cloudwatch-logs';

const [endpoint, logGroupName, logStreamName] = process.argv.slice(2);
const client = new CloudWatchLogsClient({ endpoint });
const seen = { filtered: 0, ofStream: 0, queried: 0 };

let nextToken;
do {
  const page = await client.send(new FilterLogEventsCommand({ logGroupName, nextToken }));
  seen.filtered += page.events.length;
  nextToken = page.nextToken;
} while (nextToken);

for (let before; ;) {
  const page = await client.send(new GetLogEventsCommand({ logGroupName, logStreamName, startFromHead: true, nextToken: before }));
  seen.ofStream += page.events.length;
  if (page.nextForwardToken === before) break;
  before = page.nextForwardToken;
}

const { queryId } = await client.send(new StartQueryCommand({
  logGroupNames: [logGroupName], startTime: 0, endTime: 4e9, queryString: 'fields @message',
}));
for (let status; status !== 'Complete';) {
  const page = await client.send(new GetQueryResultsCommand({ queryId }));
  ({ status } = page);
  seen.queried = page.results.length;
}

try {
  await client.send(new FilterLogEventsCommand({ logGroupName: 'none' }));
} catch (error) {
  seen.missing = error.name;
}

console.log(JSON.stringify(seen));
