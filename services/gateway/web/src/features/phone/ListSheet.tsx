import { Drawer } from "@mantine/core";

import type { Drawn, Option } from "./payload";
import classes from "./Phone.module.css";

interface Props {
  list: Drawn["list"];
  onChoose: (option: Option) => void;
  onClose: () => void;
}

/** A list of WhatsApp, from below as on a phone. It stays inside of the phone that it belongs to. */
export function ListSheet({ list, onChoose, onClose }: Props) {
  return (
    <Drawer
      opened={list !== null}
      onClose={onClose}
      title={list?.button}
      position="bottom"
      size="auto"
      withinPortal={false}
      lockScroll={false}
      closeButtonProps={{ "aria-label": "Close" }}
      classNames={{ content: classes.sheet ?? "", body: classes.sheetBody ?? "", inner: classes.sheetPlace ?? "" }}
    >
      {list?.sections.map((section, place) => (
        <section key={place} aria-label={section.title || list.button}>
          {section.title && <h3 className={classes.section}>{section.title}</h3>}
          <ul className={classes.rows}>
            {section.rows.map((row) => (
              <li key={row.id}>
                <button type="button" className={classes.row} onClick={() => onChoose(row)}>
                  {row.title}
                  {row.description && <small>{row.description}</small>}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Drawer>
  );
}
