package io.fulfillx.printing.document;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.PDFRenderer;

import java.io.IOException;

/** Opens PDF documents and hands their pages out one by one. */
final class PdfReader {
    /** A wave's worth; a carrier's document has a handful. */
    private static final int MOST_PAGES = 1000;

    private static final int MOST_BYTES = 64 << 20;

    private PdfReader() {}

    static void read(byte[] bytes, PageUse use) throws DocumentException {
        if (bytes.length > MOST_BYTES) {
            throw new DocumentException("The PDF is larger than 64 MB.");
        }
        try (PDDocument document = Loader.loadPDF(bytes)) {
            int pages = document.getNumberOfPages();
            if (pages == 0 || pages > MOST_PAGES) {
                throw new DocumentException(
                        pages == 0
                                ? "The PDF has no page."
                                : "The PDF has " + pages + " pages; at most 1000 are printed.");
            }
            PdfLimits.check(document.getDocument());
            PDFRenderer renderer = BoldDrawer.renderer(document);
            for (int i = 0; i < pages; i++) {
                use.take(new PdfPage(renderer, document.getPage(i), i));
            }
        } catch (DocumentException e) {
            throw e;
        } catch (InvalidPasswordException e) {
            throw new DocumentException("The PDF is locked with a password.", e);
        } catch (IOException | RuntimeException e) {
            // The library answers damaged files with exceptions of many kinds.
            throw new DocumentException("The PDF is damaged and cannot be read.", e);
        }
    }
}
