package io.fulfillx.printing.queue;

import io.fulfillx.printing.virtual.VirtualPrinter;

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
}
