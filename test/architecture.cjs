// The direction of the arrows (docs/architecture.md): domain ← contract ← {frontend, functions, infra}.
const only = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    only('no-cycles', 'A cycle means that two files are one subject.', {}, { circular: true }),
    only(
      'domain-is-pure',
      'Rules know nothing but rules, and three libraries that are functions of their arguments.',
      { path: '^shared/domain/' },
      { pathNot: ['^shared/domain/', '^node_modules/(zod|temporal-polyfill|temporal-spec|@noble/hashes)/'] },
    ),
    only(
      'wording-knows-the-domain-only',
      'Sentences are made from the domain’s words and from nothing else.',
      { path: '^shared/wording/' },
      {
        pathNot: [
          '^shared/(wording|domain|contract/(billing-|cancellation-|estimate-|pause-)?views\\.ts)',
          '^node_modules/(zod|temporal-polyfill)/',
        ],
      },
    ),
    only(
      'contract-knows-the-domain-only',
      'The contract is data about the domain.',
      { path: '^shared/contract/' },
      { pathNot: ['^shared/(contract|domain)/', '^node_modules/zod/'] },
    ),
    only(
      'shared-stays-below',
      'Nothing shared knows who uses it.',
      { path: '^shared/' },
      { path: '^(functions|infra|frontend|local|test|bench)/' },
    ),
    only(
      'only-store-knows-dynamodb',
      'Everybody else speaks of rows.',
      { path: '^functions/', pathNot: ['^functions/store/', '^functions/events/publish-announcements'] },
      { path: '^node_modules/@aws-sdk/(client-dynamodb|lib-dynamodb|util-dynamodb)' },
    ),
    only(
      'only-gateways-know-vendors',
      'A vendor is replaced in one file.',
      { path: '^functions/', pathNot: ['^functions/(gateways|store)/', '^functions/events/publish-announcements'] },
      { path: '^node_modules/(@aws-sdk|@smithy|stripe|nodemailer)/' },
    ),
    only(
      'only-infra-knows-cdk',
      'The infrastructure is described in one place.',
      { pathNot: '^(infra|test/infra)/' },
      { path: '^node_modules/(aws-cdk-lib|constructs|cdk-nag)/' },
    ),
    only(
      'store-decides-nothing',
      'The store keeps and finds; flows are elsewhere.',
      { path: '^functions/store/' },
      { path: '^functions/(?!store/)' },
    ),
    only(
      'gateways-stand-alone',
      'A gateway knows its vendor and its interface.',
      { path: '^functions/gateways/' },
      { path: '^functions/(?!gateways/|runtime/)' },
    ),
    only(
      'handlers-know-no-neighbours',
      'An operation of one audience is not built from another’s.',
      { path: '^functions/(member|staff|public)/' },
      { path: '^functions/(member|staff|public)/', pathNot: '^functions/$1/' },
    ),
    only(
      'functions-know-no-laptop',
      'Product code never asks whether it is local.',
      { path: '^functions/' },
      { path: '^(infra|local|frontend|test|bench)/' },
    ),
    only(
      'laptop-knows-no-product-code',
      'The laptop runs the bundles, as AWS does.',
      { path: '^local/', pathNot: '^local/seed/' },
      { path: '^(functions|frontend)/' },
    ),
    only(
      'frontend-speaks-the-contract',
      'A browser knows the contract, the domain and the words.',
      { path: '^frontend/' },
      { path: '^(functions|infra|local|test)/' },
    ),
    only(
      'portal-and-admin-are-apart',
      'What both need is in frontend/common.',
      { path: '^frontend/(portal|admin)/' },
      { path: '^frontend/(portal|admin)/', pathNot: '^frontend/$1/' },
    ),
    only('no-tests-in-the-product', 'Tests depend on the product.', { pathNot: '^test/' }, { path: '^test/' }),
    only(
      'dependencies-are-declared',
      'What is used is in package.json.',
      { pathNot: '^node_modules/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^cdk\\.out/', '^\\.local/'] },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'module', 'default', 'types'] },
  },
};
