/** What is asked of a new business, and what the server is sent. */
import type { Schema } from "@/api/client";
import { check as checkProfile, type Values as Profile } from "@/components/profile/values";

export interface Values extends Profile, Record<string, unknown> {
  timezone: string;
}

/** A business in the timezone that this browser is in. */
export function blank(): Values {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return {
    businessName: "",
    businessType: "",
    contactPhone: "",
    contactEmail: "",
    description: "",
    timezone: timeZone,
  };
}

/** What is wrong, by field. The server looks again. */
export function check(values: Values): Record<string, string> {
  return { ...checkProfile(values), ...(!values.timezone && { timezone: "Choose the timezone your hours are in." }) };
}

export function businessOf({ businessName, ...values }: Values): Schema<"OwnerToMake"> {
  return { language: "en", name: businessName.trim(), ...values };
}

/** The server's words at this form's fields: there the name is called `name`. */
export function atFields({ name, ...errors }: Record<string, string>): Record<string, string> {
  return { ...errors, ...(name && { businessName: name }) };
}
