// Runs every audit of graphql-http against the address given; one JSON object a line.
import { serverAudits } from 'graphql-http';

const [url] = process.argv.slice(2);

for (const audit of serverAudits({ url, fetchFn: fetch })) {
  const { status, reason = '', response } = await audit.fn();
  const answer = response ? `${response.status} ${response.headers.get('content-type')}` : '';
  console.log(JSON.stringify({ id: audit.id, name: audit.name, status, reason, answer }));
}
