package dev.photobridge.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// A class of browser tests. Its methods may have as parameters a [Visitor], a [Visitors] for those
/// that need several or other ones, and the [BridgeUnderTest], which is shared by all classes.
///
/// Each test has its own browser context, and fails at its end where a page complained: see
/// [PageWatch]. Where there is no Chromium the class is skipped, or fails if `BROWSER_REQUIRED` is
/// `true`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(BrowserExtension.class)
public @interface InChromium {}
