// Runs in CloudFront before the cache. An address without a file ending is a page of one of the two faces; each face
// is one HTML file that reads the rest of the address itself. Files are left alone, so a missing file stays missing.
// The id of an invoice ends in “.3”, or in “.invoice” after that of its estimate: these are no file endings.
// CloudFront needs a plain function named handler: no module, no import.
// biome-ignore lint/correctness/noUnusedVariables: called by CloudFront
function handler(event) {
  var request = event.request;
  var lastSegment = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (/\.(?!invoice$)[a-z]\w*$/.test(lastSegment)) return request;
  var isAdmin = request.uri === '/admin' || request.uri.indexOf('/admin/') === 0;
  request.uri = isAdmin ? '/admin/index.html' : '/portal/index.html';
  return request;
}
