/** What the form of the opening hours holds. Its fields are named as the server names them when one is wrong. */
import type { UseFormReturnType } from "@mantine/form";

import type { Schema } from "@/api/client";
import type { Line } from "@/components/editing/StaleNotice";
import type { Schedule } from "@/session/schedule";

import { timeIn } from "./clock";

export const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type DayName = (typeof DAYS)[number];

/** Times as they are typed; a break without times is none. */
export interface Hours {
  enabled: boolean;
  startTime: string;
  endTime: string;
  breakStart: string;
  breakEnd: string;
}

export interface Values extends Record<string, unknown> {
  enabled: boolean;
  bookingType: "slot" | "token";
  /** Empty while it is typed. */
  slotDuration: number | "";
  maxTokensPerDay: number | "";
  dynamicAllocation: boolean;
  timezone: string;
  days: Record<DayName, Hours>;
}

/** A form that holds them. */
export type ScheduleFields = UseFormReturnType<Values>;

const CLOSED: Hours = { enabled: false, startTime: "09:00", endTime: "17:00", breakStart: "", breakEnd: "" };

export function valuesOf(schedule: Schedule): Values {
  const { enabled, bookingType, slotDuration, maxTokensPerDay, dynamicAllocation, timezone } = schedule;
  const days = Object.fromEntries(DAYS.map((name) => [name, hoursOf(schedule, name)])) as Values["days"];
  return { enabled, bookingType, slotDuration, maxTokensPerDay, dynamicAllocation, timezone, days };
}

function hoursOf(schedule: Schedule, name: DayName): Hours {
  const day = schedule.days.find((one) => one.dayName === name);
  if (day === undefined) return CLOSED;
  const { enabled, startTime, endTime, breakStart, breakEnd } = day;
  return { enabled, startTime, endTime, breakStart: breakStart ?? "", breakEnd: breakEnd ?? "" };
}

/** The first day of the week that is open. */
export function firstOpen(days: Values["days"]): DayName | undefined {
  return DAYS.find((name) => days[name].enabled);
}

/** Every open day with the hours of this one. */
export function daysLike(days: Values["days"], model: DayName): Values["days"] {
  const all = DAYS.map((name) => [name, days[name].enabled ? days[model] : days[name]] as const);
  return Object.fromEntries(all) as Values["days"];
}

/** What the server is sent. */
export function scheduleOf(values: Values): Schema<"ScheduleValues"> {
  const days = DAYS.map((dayName) => {
    const { enabled, startTime, endTime, breakStart, breakEnd } = values.days[dayName];
    return {
      dayName,
      enabled,
      startTime: timeIn(startTime) ?? startTime,
      endTime: timeIn(endTime) ?? endTime,
      breakStart: timeIn(breakStart),
      breakEnd: timeIn(breakEnd),
    };
  });
  return {
    enabled: values.enabled,
    bookingType: values.bookingType,
    slotDuration: Number(values.slotDuration),
    maxTokensPerDay: Number(values.maxTokensPerDay),
    dynamicAllocation: values.dynamicAllocation,
    timezone: values.timezone,
    days,
  };
}

const TITLES: Record<DayName, string> = {
  monday: "Monday",
  tuesday: "Tuesday",
  wednesday: "Wednesday",
  thursday: "Thursday",
  friday: "Friday",
  saturday: "Saturday",
  sunday: "Sunday",
};

export function titleOf(name: DayName): string {
  return TITLES[name];
}

/** The schedule in words, part by part. */
export function linesOf(values: Values): Line[] {
  return [
    ["Bookings are taken", values.enabled ? "yes" : "no"],
    ["Customers get", values.bookingType === "slot" ? "a time" : "a number"],
    ["Minutes each", String(values.slotDuration)],
    ["Numbers a day", String(values.maxTokensPerDay)],
    ["Numbers given back are given out again", values.dynamicAllocation ? "yes" : "no"],
    ["Timezone", values.timezone],
    ...DAYS.map((name): Line => [titleOf(name), hoursInWords(values.days[name])]),
  ];
}

export function hoursInWords({ enabled, startTime, endTime, breakStart, breakEnd }: Hours): string {
  if (!enabled) return "closed";
  const hours = `${startTime}–${endTime}`;
  return breakStart || breakEnd ? `${hours}, break ${breakStart}–${breakEnd}` : hours;
}
