package io.fulfillx.desktop.settings;

import io.fulfillx.printing.profile.PrinterProfile;

/** What can be done about the list of printers. */
interface PrinterActions {
    void open();

    void close();

    void search();

    void select(int row);

    void pick(FoundRow found);

    /** Says that this model stands at the address in the field. */
    void choose(PrinterProfile profile);

    void add();

    void change();

    void remove();

    /**
     * @param rows -1 for one up, 1 for one down
     */
    void move(int rows);
}
