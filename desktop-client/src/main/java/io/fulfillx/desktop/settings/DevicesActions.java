package io.fulfillx.desktop.settings;

import io.fulfillx.scanner.FoundDevice;

/** What can be done about scanners and scale. */
interface DevicesActions {
    void open();

    void close();

    void search();

    void select(int row);

    void pick(FoundDevice found);

    void role(DeviceRole role);

    void add();

    void change();

    void remove();
}
