// Lambda's Runtime API by hand, in the syntax of 2016 so that Node.js 4 runs it as well.
// The client is the http module, as in most functions; one connection is kept alive.
'use strict';

var http = require('http');

var address = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
var agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
var invocation = '/2018-06-01/runtime/invocation/';

function handle(event, context, callback) {
  callback(null, { statusCode: 200, body: 'hello' });
}

function call(method, path, body, done) {
  var request = http.request({
    host: address[0], port: address[1], method: method, path: path, agent: agent,
    headers: { 'Content-Length': Buffer.byteLength(body) }
  }, function (response) {
    var text = '';
    response.setEncoding('utf8');
    response.on('data', function (part) { text += part; });
    response.on('end', function () { done(response.headers, text); });
  });
  request.setNoDelay(true);
  request.end(body);
}

function next() {
  call('GET', invocation + 'next', '', function (headers, text) {
    var id = headers['lambda-runtime-aws-request-id'];
    handle(JSON.parse(text), { awsRequestId: id }, function (error, output) {
      call('POST', invocation + id + '/response', JSON.stringify(output), next);
    });
  });
}

next();
