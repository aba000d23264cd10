package io.fulfillx.printing.queue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.virtual.VirtualPrinter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

@EnabledOnOs(OS.LINUX)
class PrintWorkerOverSerialTest extends PrintWorkerTest {
    @TempDir Path folder = Path.of("");

    @Override
    VirtualPrinter printer(Bench bench) throws IOException {
        return VirtualPrinter.onPty(folder.resolve("printer"), bench);
    }

    @Test
    void aQuestionBehindLongLabelsOnASlowLineIsNoSilenceAndTheStreamGoesOn() throws Exception {
        try (Bench slow = new Bench();
                VirtualPrinter printer =
                        VirtualPrinter.of(LabelLanguage.ZPL)
                                .baud(115_200)
                                .onPty(folder.resolve("slow"), slow)) {
            printer.labelsPerSecond(3);
            slow.connect(printer.uri());
            slow.submitMany(5, "x".repeat(2_000));
            while (slow.intents().size() < 5) {
                Thread.sleep(2);
            }
            assertTrue(printer.labelsPrinted() < 4, "the fifth waited for all before it");
        }
    }
}
