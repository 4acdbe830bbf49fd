import { Button, Center } from "@mantine/core";
import { RotateCw } from "lucide-react";
import { Component, type ReactNode } from "react";

import { EmptyState } from "@/components/EmptyState";

interface Props {
  children: ReactNode;
}

/** What stands in place of a page that could not be drawn, or not be loaded because a newer console is here. */
export class CrashNotice extends Component<Props, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override render() {
    if (!this.state.hasCrashed) return this.props.children;
    return (
      <Center mih="60vh" role="alert">
        <EmptyState
          title="This page cannot be shown"
          icon={RotateCw}
          action={<Button onClick={() => location.reload()}>Reload</Button>}
        >
          A newer console may be here since you opened it. Reload it; if it stays so, tell whoever runs Frontdesk here.
        </EmptyState>
      </Center>
    );
  }
}
