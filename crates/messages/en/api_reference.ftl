### The page that describes the API.

title = API: the figures for programs
lead = All figures, rankings, changes and editions of this site can be read by programs, as JSON, without a key.
document = The OpenAPI 3.1 document (JSON)
addresses = Addresses
parameters = Parameters
name = Name
place = Place
values = Values
meaning = Meaning
example = Example
statuses = Statuses of answers
in-path = in the path
in-query = in the query
in-header = in a header
required = required
default = default
several = several with commas between them
text = text
number = whole number
token = Needs a token of an account, made on the page of the account.
rule-1 = Every answer names its edition, sources and terms. With edition=N the answer never changes and may be kept for ever; without it the newest edition answers.
rule-2 = A missing value is null with a reason, never 0. Where sources disagree there is no value, but what each of them says.
rule-3 = Two years that do not compare have no difference: there are the figures of both and the reason.
rule-4 = A parameter that is misspelt, repeated or wrong is refused with 400, and named; values that do not fit together with 422. All errors are application/problem+json.
rule-5 = ETag and If-None-Match save loading what stayed the same (304). Pages of any other site may read it (CORS).
rule-6 = Requests a minute from one network address are limited; beyond that, 429 and Retry-After say how long to wait.
