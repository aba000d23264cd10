package io.fulfillx.launcher.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.virtual.VirtualPrinter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;

class PrintersCommandTest {
    private final StringWriter said = new StringWriter();

    private int printers(String... arguments) {
        PrintWriter out = new PrintWriter(said);
        return new CommandLine(new PrintersCommand()).setOut(out).setErr(out).execute(arguments);
    }

    @ParameterizedTest
    @EnumSource(LabelLanguage.class)
    void aPrinterIsAskedInItsLanguage(LabelLanguage language) throws IOException {
        try (VirtualPrinter printer = VirtualPrinter.of(language).onTcp(0, _ -> {})) {
            String address = printer.device() + "?language=" + language;
            assertEquals(0, printers(address), said.toString());
            assertTrue(said.toString().contains("ready"), said.toString());
            printer.paperOut(true);
            assertEquals(1, printers("--json", address), said.toString());
            assertTrue(said.toString().contains("\"PAPER_OUT\""), said.toString());
            assertEquals(0, printer.labelsPrinted());
        }
    }

    @Test
    void anUnreachablePrinterIsOffline() {
        assertEquals(1, printers("usb:NOBODY"));
        assertTrue(said.toString().contains("offline: 'NOBODY'"), said.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zebra", "two words", "tcp://h?profile=nothing", "tcp://h?language=klingon"})
    void aWrongAddressIsWrongUse(String address) {
        assertEquals(2, printers(address));
    }
}
