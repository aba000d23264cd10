package io.fulfillx.desktop.settings;

import io.fulfillx.desktop.theme.Theme;

import java.util.Locale;

/** What the buttons of the settings screen do. */
interface SettingsActions {
    void saveDevices();

    void choosePrinters();

    void chooseDevices();

    void testPrint();

    void theme(Theme theme);

    void otherTheme();

    void language(Locale language);

    void testSound();

    void saveSheet();

    /** Writes what the server has not answered to a file that can be carried there. */
    void saveJournal();

    void enrol();
}
