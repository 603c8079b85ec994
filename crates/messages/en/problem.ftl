### The page of a response that no page of the app gives.

no-file = There is no such file. The page you have open may be from an older version: reload it.
read-only = This address can only be read (GET, HEAD).
address-too-long = The address is too long: at most 8 kB. Leave out some of the conditions.
busy = The server has too much to do at once. Try again in a few seconds.
starting = The server is starting. Try again in a few seconds.
failed = The server failed while making this page. Try again; if it fails again, give the operator the request number below.
request-number = Request number
home = First page
not-read = What was sent cannot be read, so nothing was changed. Go back, reload the page and send it again.
other-site = This request did not come from a page of this site, so it was not carried out. Open the page here and send it again.
too-slow = What was sent arrived too slowly, so nothing was changed. Go back and send it again.
too-large = What was sent is larger than allowed, so nothing was changed. Go back and send less.
