/** The ways through Meta's pages, in the words that stand on them. */
import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";

const apps = <Elsewhere href="https://developers.facebook.com/apps">developers.facebook.com/apps</Elsewhere>;
const business = <Elsewhere href="https://business.facebook.com/settings">business.facebook.com/settings</Elsewhere>;

export const TO_THE_ID = [
  <>Open {apps} and choose your app. If you have none, “Create app” begins one; add WhatsApp to it.</>,
  <>
    In the menu on the left, open <b>WhatsApp</b>, then <b>API Setup</b>.
  </>,
  <>
    Choose your number under <b>From</b>. Below it stands <b>Phone number ID</b>: some 15 digits, with a button to copy
    them.
  </>,
];

export const TO_THE_TOKEN = [
  <>
    Open {business}, then <b>Users</b> and <b>System users</b>. Choose one, or add one with the role Admin.
  </>,
  <>
    <b>Assign assets</b>: give it your app and your WhatsApp account, both with full control.
  </>,
  <>
    <b>Generate token</b>: choose your app, let it expire <b>never</b>, and tick <b>whatsapp_business_messaging</b> and{" "}
    <b>whatsapp_business_management</b>.
  </>,
  <>Copy it at once: Meta shows it only this time.</>,
];

export const TO_THE_SECRET = [
  <>Open {apps} and choose your app.</>,
  <>
    In the menu on the left, open <b>App settings</b>, then <b>Basic</b>.
  </>,
  <>
    Beside <b>App secret</b>, choose <b>Show</b> and copy it.
  </>,
];

export const TO_THE_WEBHOOK = [
  <>
    Open {apps}, choose your app, and on the left <b>WhatsApp</b>, then <b>Configuration</b>.
  </>,
  <>
    Beside <b>Webhook</b>, choose <b>Edit</b>. Paste the address as <b>Callback URL</b> and the verify token as{" "}
    <b>Verify token</b>, then <b>Verify and save</b>.
  </>,
  <>
    Under <b>Webhook fields</b>, subscribe to <b>messages</b>.
  </>,
];

function Elsewhere({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Anchor href={href} target="_blank" rel="noreferrer" inherit underline="always">
      {children}
    </Anchor>
  );
}
