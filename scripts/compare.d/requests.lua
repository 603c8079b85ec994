-- Requests and results of wrk, for scripts/compare.
--   wrk -s requests.lua URL                                              requests URL only
--   wrk -s requests.lua URL -- ADDRESSES PROVINCES FIRST PERCENT PAUSE   requests addresses of a file, in random order
-- ADDRESSES has one address per line, and after a space, where there is one, the same with placeholders for an address
-- that the program has not answered before. PERCENT of the requests (of those that have such a form) use it. FIRST is
-- the first number that they use: rounds must not repeat the addresses of earlier rounds. PROVINCES is a file of names
-- in addresses. PAUSE is how long a connection waits between requests, on average, in milliseconds.
-- Placeholders: {n} a number, {limit} a number from 100 to 4,999, {year} one from 1919 to 2015, {p} a province, {three}
-- three different provinces, {name} the name of a province in words.
-- Prints one line: requests/s, and the median, 99th percentile and maximum of the latency in ms.
local threads = 0

function setup(thread)
  thread:set("id", threads)
  threads = threads + 1
end

local function lines(path)
  local list = {}
  for line in io.lines(path) do
    if line ~= "" and line:sub(1, 1) ~= "#" then list[#list + 1] = line end
  end
  return list
end

-- The n-th triple; 60,543 for 63 provinces.
local function three(names, n)
  local count, half = #names, math.floor((#names - 1) / 2)
  local a, i, j = n % count, math.floor(n / count) % half, math.floor(n / count / half) % half
  local function name(at) return names[(a + at) % count + 1] end
  return name(0) .. "," .. name(1 + i) .. "," .. name(2 + i + j)
end

function init(args)
  if #args == 0 then return end
  local addresses, names = lines(args[1]), lines(args[2])
  local n, percent, pause = tonumber(args[3]) + id * 30000, tonumber(args[4]), tonumber(args[5])
  math.randomseed(n + 1)
  local fixed, fresh = {}, {}
  for at, line in ipairs(addresses) do
    local address, form = line:match("^(%S+)%s*(%S*)")
    fixed[at] = wrk.format("GET", address)
    fresh[at] = form ~= "" and form or nil
  end
  local fill = {
    n = function() return tostring(n) end,
    limit = function() return tostring(100 + n % 4900) end,
    year = function() return tostring(1919 + n % 97) end,
    p = function() return names[n % #names + 1] end,
    name = function() return (names[n % #names + 1]:gsub("-63$", ""):gsub("-", "+")) end,
    three = function() return three(names, n) end,
  }
  request = function()
    local at = math.random(#fixed)
    local form = fresh[at]
    if not form or math.random(100) > percent then return fixed[at] end
    n = n + 1
    return wrk.format("GET", (form:gsub("{(%a+)}", function(word) return fill[word]() end)))
  end
  if pause > 0 then
    delay = function() return math.random(2 * pause) end
  end
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.timeout + errors.status
  if failed > 0 then
    io.stderr:write(string.format("%d requests failed, %d with a status of 400 or more\n", failed, errors.status))
    os.exit(1)
  end
  local rate = summary.requests / summary.duration * 1e6
  local median, p99 = latency:percentile(50) / 1e3, latency:percentile(99) / 1e3
  print(string.format("result %.1f %.3f %.3f %.3f", rate, median, p99, latency.max / 1e3))
end
