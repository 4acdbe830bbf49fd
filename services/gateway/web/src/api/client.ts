/** Every call to the server goes through here. Paths, parameters, bodies and answers are typed by its OpenAPI document. */
import { problemOf, Unreachable } from "./problem";
import type { components, paths } from "./schema";

export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

type Method = "get" | "post" | "put" | "delete";
type PathOf<M extends Method> = { [P in keyof paths]: paths[P][M] extends object ? P : never }[keyof paths];
type Operation<M extends Method, P extends PathOf<M>> = paths[P][M];

type PathParameters<O> = O extends { parameters: { path: infer Path } } ? { path: Path } : { path?: never };
type QueryParameters<O> = O extends { parameters: { query?: infer Query } }
  ? [Query] extends [undefined]
    ? { query?: never }
    : { query?: Query }
  : { query?: never };
type Body<O> = O extends { requestBody: { content: { "application/json": infer Json } } }
  ? { body: Json }
  : O extends { requestBody: { content: { "multipart/form-data": unknown } } }
    ? { body: FormData }
    : { body?: never };
type Headers_<O> = O extends { parameters: { header: infer Header } } ? Header : never;
type Key<O> = Headers_<O> extends { "Idempotency-Key": string } ? { key: string } : { key?: never };
type Version<O> = Headers_<O> extends { "If-Match": string } ? { version: string } : { version?: never };

type JsonOf<R> = R extends { content: { "application/json": infer Json } } ? Json : never;
type Responses<O> = O extends { responses: infer R } ? R : never;
type Content<O> = JsonOf<Responses<O>[keyof Responses<O> & (200 | 201 | 202)]>;

/** What comes back: the JSON of success, nothing where there is none. */
export type Answer<O> = [Exclude<Content<O>, StillWorking>] extends [never] ? void : Exclude<Content<O>, StillWorking>;

type StillWorking = Schema<"StillWorking">;
type Asked<O> = PathParameters<O> & QueryParameters<O> & { signal?: AbortSignal };
/** `key`: one per act, the same when it is tried again. `version`: the `updatedAt` of what was edited, or `*`. */
type Sent<O> = Asked<O> & Body<O> & Key<O> & Version<O>;

interface Request {
  path?: object;
  query?: object;
  body?: unknown;
  key?: string;
  version?: string;
  signal?: AbortSignal;
}

/** An act waits on the server for up to 20 s each time it asks; after a minute the person is told. */
const ASKED_MAX = 3;

export function get<P extends PathOf<"get">>(path: P, asked: Asked<Operation<"get", P>>) {
  return request<Answer<Operation<"get", P>>>("GET", path, asked);
}

export function post<P extends PathOf<"post">>(path: P, sent: Sent<Operation<"post", P>>) {
  return request<Answer<Operation<"post", P>>>("POST", path, sent);
}

export function put<P extends PathOf<"put">>(path: P, sent: Sent<Operation<"put", P>>) {
  return request<Answer<Operation<"put", P>>>("PUT", path, sent);
}

export function remove<P extends PathOf<"delete">>(path: P, sent: Sent<Operation<"delete", P>>) {
  return request<Answer<Operation<"delete", P>>>("DELETE", path, sent);
}

async function request<Answered>(method: string, path: string, asked: Request): Promise<Answered> {
  for (let times = 1; ; times++) {
    const response = await send(method, address(path, asked), asked);
    if (response.status === 204) return undefined as Answered;
    const answer: unknown = await response.json();
    if (!isStillWorking(answer)) return answer as Answered;
    if (times === ASKED_MAX) throw new TakesLonger();
  }
}

/** It is kept and will be done, but not while the person waits. */
export class TakesLonger extends Error {
  override name = "TakesLonger";

  constructor() {
    super("This takes longer than usual. It is kept and will be done; look again in a minute.");
  }
}

async function send(method: string, url: string, { body, key, version, signal }: Request): Promise<Response> {
  const headers = new Headers({ Accept: "application/json" });
  if (method !== "GET") headers.set("X-Frontdesk", "1");
  if (key) headers.set("Idempotency-Key", key);
  if (version) headers.set("If-Match", version === "*" ? "*" : `"${version}"`);
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers.set("Content-Type", "application/json");
  const sent = body === undefined ? null : isForm ? body : JSON.stringify(body);
  let response: Response;
  try {
    response = await fetch(url, { method, headers, body: sent, credentials: "same-origin", signal: signal ?? null });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Unreachable();
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** `path` with its parameters filled in; what is not given is left out of the query. */
export function address(path: string, { path: names, query }: Pick<Request, "path" | "query">): string {
  const given = Object.entries(names ?? {});
  const filled = given.reduce((url, [name, value]) => url.replace(`{${name}}`, encodeURIComponent(String(value))), path);
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null) asked.set(name, String(value));
  }
  return asked.size ? `${filled}?${asked}` : filled;
}

function isStillWorking(answer: unknown): answer is StillWorking {
  return typeof answer === "object" && answer !== null && "status" in answer && answer.status === "working";
}
