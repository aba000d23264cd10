package io.fulfillx.printing.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.raster.Bitmap;

import java.util.HexFormat;

class CpclEncoderTest extends LabelEncoderContract {
    @Override
    LabelLanguage language() {
        return LabelLanguage.CPCL;
    }

    @Override
    Printed print(byte[] sent) {
        SentBytes cpcl = new SentBytes(sent);
        assertEquals("! 0 203 203", cpcl.upTo(" 240 "));
        int copies = cpcl.numberUpTo("\r\n");
        Bitmap page = new Bitmap(200, 240);
        while (!cpcl.isEmpty()) {
            boolean binary = cpcl.startsWith("CG ");
            if (!binary && !cpcl.startsWith("EG ")) {
                cpcl.upTo("\r\n");
                continue;
            }
            cpcl.take(3);
            int octets = cpcl.numberUpTo(" ");
            int size = octets * cpcl.numberUpTo(" ");
            assertTrue(size <= CpclEncoder.MAX_PART_BYTES);
            int left = cpcl.numberUpTo(" ");
            int top = cpcl.numberUpTo(" ");
            byte[] rows = binary ? cpcl.take(size) : HexFormat.of().parseHex(cpcl.upTo("\r\n"));
            SentBytes.draw(page, left, top, octets, rows);
        }
        return new Printed(page, copies);
    }
}
