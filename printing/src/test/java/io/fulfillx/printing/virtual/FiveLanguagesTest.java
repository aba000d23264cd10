package io.fulfillx.printing.virtual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.device.transport.Transport;
import io.fulfillx.device.transport.Transports;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.raster.Bitmap;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What every virtual printer does, whatever it speaks. */
@Timeout(20)
class FiveLanguagesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private final List<PrintedLabel> labels = new CopyOnWriteArrayList<>();

    private static void send(VirtualPrinter printer, byte[] bytes) throws IOException {
        try (Transport transport = Transports.open(printer.uri(), SECOND)) {
            transport.write(bytes, SECOND);
        }
    }

    private static void awaitLabels(VirtualPrinter printer, long count)
            throws InterruptedException {
        while (printer.labelsPrinted() < count) {
            Thread.sleep(2);
        }
    }

    private static String withoutPaper(LabelLanguage language) {
        return switch (language) {
            case ZPL ->
                    "\u0002\r\nPRINTER STATUS\r\nERRORS: 1 00000000 00000001\r\n"
                            + "WARNINGS: 0 00000000 00000000\r\n\u0003";
            case EPL -> "07\r\n";
            case TSPL -> "\4";
            case CPCL -> "\2";
            case ESCPOS -> "2";
        };
    }

    private void comesOut(VirtualPrinter printer, LabelLanguage language) throws Exception {
        send(printer, LanguageSample.label(language, 2));
        awaitLabels(printer, 2);
        assertEquals(2, labels.size());
        Bitmap picture = labels.getFirst().picture();
        assertEquals(16, picture.blackDots());
        assertEquals(true, picture.get(0, 0) && picture.get(15, 0) && !picture.get(0, 1));
    }

    @ParameterizedTest
    @EnumSource
    void aLabelAndItsCopiesComeOutOverTcp(LabelLanguage language) throws Exception {
        try (VirtualPrinter printer = VirtualPrinter.of(language).onTcp(0, labels::add)) {
            comesOut(printer, language);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLabelAndItsCopiesComeOutOverASerialLine(LabelLanguage language, @TempDir Path folder)
            throws Exception {
        Path link = folder.resolve("printer");
        try (VirtualPrinter printer = VirtualPrinter.of(language).onPty(link, labels::add)) {
            comesOut(printer, language);
        }
    }

    @ParameterizedTest
    @EnumSource
    void missingPaperIsTold(LabelLanguage language) throws Exception {
        try (VirtualPrinter printer = VirtualPrinter.of(language).onTcp(0, labels::add);
                Transport transport = Transports.open(printer.uri(), SECOND)) {
            printer.paperOut(true);
            transport.write(LanguageSample.text(LanguageSample.question(language)), SECOND);
            assertArrayEquals(LanguageSample.text(withoutPaper(language)), transport.read(SECOND));
        }
    }
}
