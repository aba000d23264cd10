@echo off
rem FulfillX for Windows: finds a JDK, builds what is missing, runs a command.
rem UNTESTED: written without a Windows machine at hand. It does what the script "fulfillx" does,
rem except that it builds only when the distribution is missing, not when sources are newer.
setlocal enabledelayedexpansion
set NEEDED=25
set "HOME_DIR=%~dp0"
set "DIST=%HOME_DIR%installers\target\fulfillx"
set "JDK="

if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JDK for /f "delims=" %%J in ('where java 2^>nul') do if not defined JDK call :try "%%~dpJ.."
if not defined JDK for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%USERPROFILE%\.jdks\*") do if not defined JDK call :try "%%~D"
if not defined JDK (
    echo fulfillx: A JDK %NEEDED% or newer is needed, and none was found. 1>&2
    echo fulfillx: Install one, for example Eclipse Temurin %NEEDED% from https://adoptium.net, or set JAVA_HOME. 1>&2
    exit /b 69
)

if not exist "%DIST%\built" (
    echo fulfillx: building ^(the first time takes some minutes^) 1>&2
    where mvn >nul 2>nul || (
        echo fulfillx: Maven 3.8.7 or newer is needed to build, and there is no mvn on the PATH. 1>&2
        exit /b 69
    )
    pushd "%HOME_DIR%"
    set "JAVA25_HOME=%JDK%"
    call mvn -q -B -Dmaven.test.skip=true package
    if errorlevel 1 (
        popd
        exit /b 70
    )
    popd
    type nul > "%DIST%\built"
)

set "FX="
if "%~1"=="station" set FX=--module-path "%DIST%\lib\javafx" --add-modules javafx.controls,javafx.swing
set "GC=-XX:+UseSerialGC"
if "%~1"=="server" set "GC=-XX:+UseZGC"
set "NATIVE=ALL-UNNAMED"
if "%~1"=="station" set "NATIVE=ALL-UNNAMED,javafx.graphics"
"%JDK%\bin\java" -Xshare:auto %GC% "-Dfulfillx.distribution=%DIST%" %FX_JAVA_OPTIONS% --enable-native-access=%NATIVE% %FX% -cp "%DIST%\lib\*" io.fulfillx.launcher.FulfillX %*
exit /b %errorlevel%

:try
if not exist "%~1\bin\javac.exe" exit /b 0
set "VERSION="
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release" 2^>nul') do set "VERSION=%%~V"
set "VERSION=!VERSION:"=!"
if not defined VERSION exit /b 0
if !VERSION! GEQ %NEEDED% set "JDK=%~1"
exit /b 0
