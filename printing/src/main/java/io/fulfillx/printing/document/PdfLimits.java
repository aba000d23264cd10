package io.fulfillx.printing.document;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Refuses documents that would fill the memory, before anything of them is unpacked. */
final class PdfLimits {
    private static final long MOST_PIXELS = 40_000_000;

    /** Of one stream, unpacked; a page at 600 dpi in colors has 100 MB. */
    private static final long MOST_BYTES = 160L << 20;

    /** A deflated stream grows by this factor at most. */
    private static final int MOST_GROWTH = 1032;

    private PdfLimits() {}

    static void check(COSDocument document) throws IOException {
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            if (document.getObjectFromPool(key).getObject() instanceof COSStream stream) {
                checkPicture(stream);
                checkPacking(stream);
            }
        }
    }

    private static void checkPicture(COSStream stream) throws DocumentException {
        long width = stream.getLong(COSName.WIDTH, 0);
        long height = stream.getLong(COSName.HEIGHT, 0);
        if (width > 0 && height > MOST_PIXELS / width) {
            throw new DocumentException(
                    "The PDF holds a picture of %d by %d pixels; at most 40 million are printed."
                            .formatted(width, height));
        }
    }

    private static void checkPacking(COSStream stream) throws IOException {
        COSBase filters = stream.getFilters();
        int packings = 0;
        if (filters instanceof COSArray array) {
            for (COSBase filter : array) {
                packings += packs(filter) ? 1 : 0;
            }
        } else {
            packings = packs(filters) ? 1 : 0;
        }
        boolean small = stream.getLength() * MOST_GROWTH <= MOST_BYTES;
        if (packings > 1 || packings == 1 && !small && unpacked(stream) > MOST_BYTES) {
            throw new DocumentException("The PDF would need too much memory to be unpacked.");
        }
    }

    private static boolean packs(COSBase filter) {
        return COSName.FLATE_DECODE.equals(filter)
                || COSName.FLATE_DECODE_ABBREVIATION.equals(filter)
                || COSName.LZW_DECODE.equals(filter)
                || COSName.LZW_DECODE_ABBREVIATION.equals(filter);
    }

    /** Counts without keeping, and no further than needed; 0 when it is not deflated at once. */
    private static long unpacked(COSStream stream) throws IOException {
        Inflater inflater = new Inflater();
        byte[] waste = new byte[1 << 16];
        byte[] packed = new byte[1 << 16];
        try (InputStream raw = stream.createRawInputStream()) {
            int count;
            while ((count = raw.read(packed)) > 0 && !inflater.finished()) {
                inflater.setInput(packed, 0, count);
                while (inflater.inflate(waste) > 0) {
                    if (inflater.getBytesWritten() > MOST_BYTES) {
                        return inflater.getBytesWritten();
                    }
                }
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException e) {
            // Damaged or packed otherwise: the library judges it when it is drawn.
            return 0;
        } finally {
            inflater.end();
        }
    }
}
