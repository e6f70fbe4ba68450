"use strict";
const question = `# Who works with whom? Press the button with the arrow to ask.
{
  organisation(name: "dsm") {
    name
    helix
    projects { edges { role node { name } } }
    collaborators(first: 10) { edges { weight node { name helix } } }
  }
}
`;
ReactDOM.render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultQuery: question,
    defaultEditorToolsVisibility: false,
  }),
  document.getElementById("graphiql"),
);
