package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

class TsplEncoderTest extends LabelEncoderContract {
    @Override
    LabelLanguage language() {
        return LabelLanguage.TSPL;
    }

    @Override
    Printed print(byte[] sent) {
        SentBytes tspl = new SentBytes(sent);
        Bitmap page = new Bitmap(200, 240);
        byte[] file = {};
        int copies = 0;
        while (!tspl.isEmpty()) {
            if (tspl.startsWith("BITMAP ")) {
                tspl.upTo(" ");
                int left = tspl.numberUpTo(",");
                int top = tspl.numberUpTo(",");
                int octets = tspl.numberUpTo(",");
                int rows = tspl.numberUpTo(",");
                tspl.upTo("0,");
                byte[] dots = tspl.take(octets * rows);
                SentBytes.draw(page, left, top, octets, SentBytes.inverted(dots));
                tspl.upTo("\r\n");
            } else if (tspl.startsWith("DOWNLOAD ")) {
                tspl.upTo(",");
                file = tspl.take(tspl.numberUpTo(","));
                tspl.upTo("\r\n");
            } else if (tspl.startsWith("PUTPCX ")) {
                tspl.upTo(" ");
                int left = tspl.numberUpTo(",");
                SentBytes.drawPcx(page, left, tspl.numberUpTo(","), file);
                tspl.upTo("\r\n");
            } else {
                String line = tspl.upTo("\r\n");
                if (line.startsWith("PRINT 1,")) {
                    copies = Integer.parseInt(line.substring(8));
                }
            }
        }
        return new Printed(page, copies);
    }
}
