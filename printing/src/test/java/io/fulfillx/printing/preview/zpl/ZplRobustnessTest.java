package io.fulfillx.printing.preview.zpl;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fulfillx.printing.preview.PreviewSettings;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Png;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

class ZplRobustnessTest {
    private static final PreviewSettings TINY = new PreviewSettings(Dpi.DPI_203, 200, 200);
    private static final String ALPHABET =
            "^~ABCDEFGHIJKLMNOPQRSTUVWXYZabcdgxyz0123456789,,,;:>_\\@()[]|!\u0000\n\u00e9";

    private static final List<String> SEEDS =
            List.of(
                    "^XA^CI28^LH1,2^FO9,9^A0N,30,20^FB90,3,2,J,4^FDone two\\&three^FS^XZ",
                    "^XA^FO9,9^BY2,2.5,50^BCN,50,Y,Y,N,D^FD(01)123>8(10)A^FS^XZ",
                    "^XA^BXN,4,200,,,,_^FD_1_d065x^FS^BQN,2,3,Q,4^FDQM,B0003abc^FS^XZ",
                    "^XA^DFE:A.ZPL^FS^FO1,1^FN1^FS^XZ^XA^XFE:A.ZPL^FS^FN1^FDx^FS^SN1,2,Y^PQ3^XZ",
                    "~DGR:A.GRF,8,2,8001FFFF:,^XA^FO3,3^XGR:A.GRF,2,2^FS^GFA,8,8,2,J8!,^FS^XZ",
                    "^XA^BD2^FH^FD001840123450000[)>_1E01_1D961Z_1DU_1E_04^FS"
                            + "^BRN,6,2^FD(01)1^FS^XZ",
                    "^XA^B7N,4,3,3^FDabc^FS^B0N,3,N,105^FDabc^FS^BEN,9,Y^FD12^FS^B9N,9^FD123^FS^XZ",
                    "^XA^CC!!GC50,3!FS!GD9,9,2,B,L!FS!GB50,50,3,W,4!FS!TBN,50,40!FDa b c!FS!XZ");

    /** Letters replaced, put in, taken out and doubled, always the same for a seed. */
    private static String mutated(String document, Random random) {
        StringBuilder text = new StringBuilder(document);
        for (int i = 1 + random.nextInt(6); i > 0 && text.length() > 2; i--) {
            int at = random.nextInt(text.length());
            char letter = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, letter);
                case 1 -> text.insert(at, letter);
                case 2 -> text.deleteCharAt(at);
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 9)));
            }
        }
        return text.toString();
    }

    @Test
    void noDocumentMakesTheRendererFail() {
        ZplRenderer renderer = new ZplRenderer();
        Random random = new Random(20_261);
        for (int i = 0; i < 1500; i++) {
            String document = mutated(SEEDS.get(i % SEEDS.size()), random);
            byte[] bytes = document.getBytes(StandardCharsets.ISO_8859_1);
            assertNotNull(renderer.render(bytes, TINY), document);
            assertNotNull(ZplDocument.labels(bytes), document);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ups", "dhlpaket", "usps", "labelary"})
    void labelsOfRealCarriersLookLikeTheirReferencePictures(String carrier) throws IOException {
        Path root = Path.of(System.getProperty("fulfillx.root", "."));
        String shared = System.getProperty("fulfillx.shared", root.resolve("../shared").toString());
        Path folder = Path.of(shared, "data", "zpl-labels");
        Path label = folder.resolve(carrier + ".zpl");
        assumeTrue(Files.exists(label), "no sample label of " + carrier);
        Path turned = folder.resolve(carrier + "_inverted.png");
        Path picture = Files.exists(turned) ? turned : folder.resolve(carrier + ".png");
        Bitmap reference = Png.read(Files.readAllBytes(picture));
        PreviewSettings settings =
                new PreviewSettings(Dpi.DPI_203, reference.width(), reference.height());
        Bitmap drawn =
                new ZplRenderer().render(Files.readAllBytes(label), settings).get(0).picture();
        int different = 0;
        for (int y = 0; y < reference.height(); y++) {
            for (int x = 0; x < reference.width(); x++) {
                different += drawn.get(x, y) == reference.get(x, y) ? 0 : 1;
            }
        }
        double share = different / (double) (reference.width() * reference.height());
        assertTrue(share <= 0.01, carrier + " differs in " + share);
    }
}
