import { Button, SegmentedControl, Stack } from "@mantine/core";
import { ChartColumn } from "lucide-react";
import { Link, useSearchParams } from "wouter";

import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { QueryView } from "@/components/QueryView";

import { type Usage, useUsage } from "./api/read-usage";
import { Figure } from "./Figure";
import { type Range, RANGES, rangeOf, searchOf } from "./range";
import { MESSAGES } from "./series";
import { Tiles } from "./Tiles";
import { TokensCard } from "./TokensCard";
import { isQuiet, tokensOf, totalsOf } from "./totals";

/** What the desk did and used. `?days=` says how many days, today among them. */
export default function UsagePage() {
  const [search, setSearch] = useSearchParams();
  const range = rangeOf(search.get("days"));
  const usage = useUsage(range);

  return (
    <Page
      title="Usage"
      about="What your front desk did, day by day on your business's clock."
      actions={
        <SegmentedControl
          aria-label="Period"
          value={String(range)}
          onChange={(days) => setSearch(searchOf(Number(days) as Range), { replace: true })}
          data={RANGES.map((days) => ({ value: String(days), label: `${days} days` }))}
        />
      }
    >
      <QueryView
        query={usage}
        isEmpty={({ items }) => isQuiet(totalsOf(items))}
        empty={<NothingYet range={range} />}
        show={(data) => <Shown usage={data} />}
      />
    </Page>
  );
}

function Shown({ usage }: { usage: Usage }) {
  const totals = totalsOf(usage.items);
  return (
    <Stack gap="lg">
      <Tiles totals={totals} hasTokens={tokensOf(totals) > 0} />
      <Card title="Messages">
        <Figure label="Messages" days={usage.items} stacks={MESSAGES} />
      </Card>
      <TokensCard usage={usage} totals={totals} />
    </Stack>
  );
}

function NothingYet({ range }: { range: Range }) {
  return (
    <EmptyState
      title={`Nothing to count in these ${range} days`}
      icon={ChartColumn}
      action={
        <Button component={Link} href="/phone" variant="default" mt="sm">
          Write to your desk yourself
        </Button>
      }
    >
      When customers write, this page shows how many messages came, how many the assistant answered by itself, and what
      that used.
    </EmptyState>
  );
}
