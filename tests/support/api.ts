// Other people, who act while the page under test is looked at: they use the API directly.
import { expect, request, type APIRequestContext } from "@playwright/test";

import type { Persona } from "./fixtures.ts";

export type Channel = "phone" | "video" | "in_person";

export interface OfferedTime {
  slot_id: string;
  channel: Channel;
  starts_at: string;
  caseworker: string;
}

export interface FreeTimes {
  week: string;
  days: { date: string; times: OfferedTime[] }[];
  first_free: OfferedTime | null;
  next_week: string | null;
}

interface ChannelOption {
  choice: { channel: Channel; allowed: boolean };
  first_free: OfferedTime | null;
}

export class Person {
  private constructor(private readonly calls: APIRequestContext) {}

  static async signedIn(url: string, persona: Persona): Promise<Person> {
    const calls = await request.newContext({ baseURL: url, extraHTTPHeaders: { Origin: url } });
    const person = new Person(calls);
    const answer = await calls.post("/api/session/demo", { data: { key: persona } });
    expect(answer.ok(), `signing in as ${persona} at ${url}`).toBe(true);
    return person;
  }

  async get<T>(path: string): Promise<T> {
    const answer = await this.calls.get(path);
    expect(answer.ok(), `GET ${path}: ${answer.status()}`).toBe(true);
    return (await answer.json()) as T;
  }

  /** Creates something; gives the status. */
  async post(path: string, data: unknown): Promise<number> {
    const headers = { "Idempotency-Key": crypto.randomUUID() };
    return (await this.calls.post(path, { data, headers })).status();
  }

  /** Creates something, and gives the answer. */
  async make<T>(path: string, data: unknown): Promise<T> {
    const headers = { "Idempotency-Key": crypto.randomUUID() };
    const answer = await this.calls.post(path, { data, headers });
    expect(answer.ok(), `POST ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
    return (await answer.json()) as T;
  }

  /** Says how something is to be, and gives the answer, if there is one. */
  async put<T = void>(path: string, data: unknown): Promise<T> {
    const answer = await this.calls.put(path, { data });
    expect(answer.ok(), `PUT ${path}: ${answer.status()}`).toBe(true);
    const text = await answer.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }

  /** Changes something, and gives the answer. */
  async patch<T>(path: string, data: unknown): Promise<T> {
    const answer = await this.calls.patch(path, { data });
    expect(answer.ok(), `PATCH ${path}: ${answer.status()}`).toBe(true);
    return (await answer.json()) as T;
  }

  /** Takes something away. */
  async delete(path: string): Promise<void> {
    const answer = await this.calls.delete(path);
    expect(answer.ok(), `DELETE ${path}: ${answer.status()}`).toBe(true);
  }

  /** Books that very time if it is offered to this person; says whether it was. */
  async book(slotId: string, channel: Channel): Promise<boolean> {
    return (await this.post("/api/citizen/bookings", { slot_id: slotId, channel })) < 300;
  }

  async freeTimes(channel: Channel, week?: string): Promise<FreeTimes> {
    const query = week ? `channel=${channel}&week=${week}` : `channel=${channel}`;
    return this.get<FreeTimes>(`/api/citizen/times?${query}`);
  }

  async channelOptions(): Promise<ChannelOption[]> {
    const options = await this.get<{ channels: ChannelOption[] }>("/api/citizen/booking-options");
    return options.channels;
  }

  async nextBooking(): Promise<{ id: string; channel: Channel; starts_at: string } | null> {
    type Overview = { next_booking: { id: string; channel: Channel; starts_at: string } | null };
    return (await this.get<Overview>("/api/citizen/overview")).next_booking;
  }
}

/** Somebody else among the demo's citizens takes that time. */
export async function takenBySomebodyElse(
  url: string,
  slotId: string,
  channel: Channel,
): Promise<void> {
  const others: Persona[] = ["no-employer", "overdue", "video-locked", "exempt", "standby"];
  for (const persona of others) {
    const other = await Person.signedIn(url, persona);
    if (await other.book(slotId, channel)) return;
  }
  throw new Error("none of the demo's other citizens may book that time");
}
