/** Draws a part of the console as a person sees it, with a server that answers what the test says. */
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";

import { OwnerContext } from "@/session/owner";

export const OWNER = { userId: "clinic", businessName: "City Clinic", role: "owner" } as const;

export interface Asked {
  method: string;
  path: string;
  headers: Headers;
  body: unknown;
}

/** A fetch that answers by `"GET /api/v1/me"`; what it was asked is kept in order. A path it does not know is 404. */
export function serve(answers: Record<string, (asked: Asked) => Response | Promise<Response>>): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", async (path: string, { method = "GET", headers, body }: RequestInit = {}) => {
    const one = { method, path, headers: new Headers(headers), body: typeof body === "string" ? JSON.parse(body) : body };
    asked.push(one);
    return (await answers[`${method} ${path}`]?.(one)) ?? problem(404, "not_found", "There is no such thing.");
  });
  return asked;
}

export function json(value: unknown, status = 200): Response {
  return Response.json(value, { status });
}

export function problem(status: number, code: string, detail: string, more: object = {}): Response {
  return Response.json({ type: `urn:frontdesk:problem:${code}`, title: code, status, detail, ...more }, { status });
}

export function draw(page: ReactNode, path = "/") {
  const { hook, searchHook } = memoryLocation({ path });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retryDelay: 0 } } });
  return render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <Router hook={hook} searchHook={searchHook}>
          <OwnerContext value={OWNER}>{page}</OwnerContext>
        </Router>
      </QueryClientProvider>
    </MantineProvider>,
  );
}
