// The peer: @neo4j/graphql behind GraphQL Yoga, over the graph that ledwerk draws in Neo4j.
// It prints where it answers once it does.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { createYoga } from 'graphql-yoga';
import neo4j from 'neo4j-driver';

const { PEER_NEO4J, LEDWERK_NEO4J_USER: user, LEDWERK_NEO4J_PASSWORD: password } = process.env;

const driver = neo4j.driver(PEER_NEO4J, neo4j.auth.basic(user, password));
const typeDefs = readFileSync(new URL('types.graphql', import.meta.url), 'utf8');
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const sessionConfig = { database: 'neo4j', defaultAccessMode: neo4j.session.READ };
const yoga = createYoga({
  schema,
  context: () => ({ sessionConfig }),
  graphiql: false,
  landingPage: false,
  logging: 'error',
});

const server = createServer(yoga);
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}${yoga.graphqlEndpoint}`);
});

process.on('SIGTERM', async () => {
  server.closeAllConnections();
  await driver.close();
  process.exit(0);
});
