package io.fulfillx.printing.virtual;

import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.preview.PreviewSettings;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What kind of printer a virtual one is. Begun by {@link VirtualPrinter#of}, ended by {@link
 * #onTcp} or {@link #onPty}. Not for several threads.
 */
public final class VirtualPrinterSetup {
    private static final int USUAL_BUFFER_BYTES = 4 << 20;

    /** Six inches and the gap. */
    private static final double USUAL_PITCH_INCHES = 6.125;

    private final LabelLanguage language;
    private Dpi dpi = Dpi.DPI_203;
    private Media media = Media.FOUR_BY_SIX;
    private double ips;
    private double pitchInches = USUAL_PITCH_INCHES;
    private int baud;
    private int bufferBytes = USUAL_BUFFER_BYTES;
    private boolean reprints;
    private volatile boolean countsLabels = true;
    private boolean answersWhileStopped = true;
    private FaultPlan faults = FaultPlan.NONE;

    VirtualPrinterSetup(LabelLanguage language) {
        this.language = language;
        this.reprints = language == LabelLanguage.ZPL;
    }

    /** Resolution of the head, at first 203 dpi. */
    public VirtualPrinterSetup dpi(Dpi resolution) {
        dpi = resolution;
        return this;
    }

    /** Size of the labels on the roll, at first 4 by 6 inches; the gap is an eighth of an inch. */
    public VirtualPrinterSetup media(Media size) {
        media = size;
        pitchInches = size.heightMicrometers() / 25_400.0 + 0.125;
        return this;
    }

    /** Inches per second; 0, as at first, prints as fast as it can. */
    public VirtualPrinterSetup ips(double inchesPerSecond) {
        ips = inchesPerSecond;
        return this;
    }

    /** Bits per second on the wire, ten to a byte; 0, as at first, reads as fast as it can. */
    public VirtualPrinterSetup baud(int bitsPerSecond) {
        baud = bitsPerSecond;
        return this;
    }

    /** Stops reading while so many bytes of complete labels wait; at first 4 MiB. */
    public VirtualPrinterSetup bufferBytes(int bytes) {
        bufferBytes = bytes;
        return this;
    }

    /**
     * Whether a label that paper or pressure left is printed again from its start once they are
     * back. At first so in ZPL only (its {@code ^JZY}); otherwise that label is lost, and the host
     * must send it again.
     */
    public VirtualPrinterSetup reprintsAfterFault(boolean again) {
        reprints = again;
        return this;
    }

    /** Whether it tells how many labels it has ever printed; at first it does. */
    public VirtualPrinterSetup countsLabels(boolean counts) {
        countsLabels = counts;
        return this;
    }

    /** False leaves {@code ~HS} unanswered while stopped, as older ZPL printers do. */
    public VirtualPrinterSetup answersWhileStopped(boolean answers) {
        answersWhileStopped = answers;
        return this;
    }

    /** What will go wrong, at first nothing. */
    public VirtualPrinterSetup faults(FaultPlan plan) {
        faults = plan;
        return this;
    }

    /** Switches it on, on this loopback port; 0 takes any free one. */
    public VirtualPrinter onTcp(int port, LabelSink sink) throws IOException {
        return new VirtualPrinter(this, new TcpWire(port), sink);
    }

    /** Switches it on at a pseudo-terminal that the link leads to, also after a pulled plug. */
    public VirtualPrinter onPty(Path link, LabelSink sink) throws IOException {
        return new VirtualPrinter(this, new TerminalWire(link, baud), sink);
    }

    LabelLanguage language() {
        return language;
    }

    PreviewSettings canvas() {
        return new PreviewSettings(dpi, media.widthDots(dpi), media.heightDots(dpi));
    }

    double secondsPerLabel() {
        return ips <= 0 ? 0 : pitchInches / ips;
    }

    int baud() {
        return baud;
    }

    int bufferBytes() {
        return bufferBytes;
    }

    FaultPlan faults() {
        return faults;
    }

    boolean reprintsAfterFault() {
        return reprints;
    }

    boolean countsLabels() {
        return countsLabels;
    }

    boolean answersWhileStopped() {
        return answersWhileStopped;
    }
}
