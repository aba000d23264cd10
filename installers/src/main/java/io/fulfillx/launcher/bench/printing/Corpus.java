package io.fulfillx.launcher.bench.printing;

import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Png;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Labels in ZPL, each with a picture of what it looks like at 203 dpi. They are looked for where
 * the property {@code fulfillx.shared} points, else beside the working folder.
 */
final class Corpus {
    /** A label and its reference picture. */
    record Sample(String name, byte[] zpl, Bitmap picture) {}

    private Corpus() {}

    /** Empty when the folder is not here. */
    static List<Sample> samples() throws IOException {
        Path shared = Path.of(System.getProperty("fulfillx.shared", "../shared"));
        Path folder = shared.resolve("data/zpl-labels");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> labels;
        try (Stream<Path> files = Files.list(folder)) {
            labels = files.filter(file -> file.toString().endsWith(".zpl")).sorted().toList();
        }
        List<Sample> samples = new ArrayList<>();
        for (Path label : labels) {
            String name = label.getFileName().toString().replace(".zpl", "");
            Path picture = folder.resolve(name + ".png");
            samples.add(
                    new Sample(
                            name,
                            Files.readAllBytes(label),
                            Png.read(Files.readAllBytes(picture))));
        }
        return samples;
    }
}
