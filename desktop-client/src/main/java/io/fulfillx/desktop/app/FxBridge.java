package io.fulfillx.desktop.app;

import javafx.application.Platform;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The only way onto the FX thread. Changes are painted in the order they are handed over. */
public final class FxBridge implements Executor {
    private FxBridge() {}

    /** Starts the toolkit, or joins the one that runs. */
    public static FxBridge start() {
        CountDownLatch ready = new CountDownLatch(1);
        try {
            Platform.startup(ready::countDown);
        } catch (IllegalStateException _) {
            Platform.runLater(ready::countDown);
        }
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the window system started", e);
        }
        Platform.setImplicitExit(false);
        return new FxBridge();
    }

    /** For machines without a display. Call it before {@link #start}. */
    public static void chooseHeadless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }

    @Override
    public void execute(Runnable change) {
        Platform.runLater(change);
    }

    /** Waits for an answer from the FX thread. Never call it there. */
    public <T> T ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(
                () -> {
                    try {
                        answer.complete(question.get());
                    } catch (RuntimeException e) {
                        answer.completeExceptionally(e);
                    }
                });
        return answer.join();
    }

    /** Asks for a frame even if nothing moved, so that a paint can be timed. */
    public void requestFrame() {
        Platform.requestNextPulse();
    }

    public void stop() {
        Platform.exit();
    }
}
