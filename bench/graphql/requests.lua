-- Asks for one body after another, of a file with one a line, beginning at the one given; at the end
-- prints what came of it as one JSON object. With `look`, answers that speak of errors count as
-- failed; that takes time of its own, so what is measured does without.
local threads = {}
local requests, at = {}, 0
wrong = 0

function setup(thread)
  threads[#threads + 1] = thread
end

function init(arguments)
  local headers = { ["Content-Type"] = "application/json", ["Accept"] = "application/json" }
  for body in io.lines(arguments[1]) do
    requests[#requests + 1] = wrk.format("POST", nil, headers, body)
  end
  at = tonumber(arguments[2]) % #requests
  if arguments[3] == "look" then
    response = function(status, _, body)
      if status ~= 200 or body:find('"errors"', 1, true) then
        wrong = wrong + 1
      end
    end
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  for _, thread in ipairs(threads) do
    failed = failed + thread:get("wrong")
  end
  io.write(string.format(
    '\n{"requests": %d, "seconds": %.6f, "bytes": %d, "failed": %d, '
      .. '"p50": %.3f, "p99": %.3f, "longest": %.3f}\n',
    summary.requests, summary.duration / 1e6, summary.bytes, failed,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3))
end
