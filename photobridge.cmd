@echo off
rem Starts Photobridge on Windows: finds a JDK 25, builds what is not built yet, and runs the command.
rem Written with care, but not yet run on a Windows machine: please report what does not work.
setlocal enabledelayedexpansion
set "PHOTOBRIDGE_HOME=%~dp0"
if "%PHOTOBRIDGE_HOME:~-1%"=="\" set "PHOTOBRIDGE_HOME=%PHOTOBRIDGE_HOME:~0,-1%"

set "FOUND_JDK="
if defined JAVA25_HOME call :try "%JAVA25_HOME%"
if not defined FOUND_JDK if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined FOUND_JDK for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\Zulu\zulu-25*" "%USERPROFILE%\.jdks\*") do if not defined FOUND_JDK call :try "%%~D"
if not defined FOUND_JDK (
  echo Photobridge needs a JDK 25: install one ^(Temurin 25, for example^) or set JAVA25_HOME to it. 1>&2
  exit /b 1
)

set "JAR=%PHOTOBRIDGE_HOME%\app\target\photobridge.jar"
if not exist "%JAR%" (
  where mvn >nul 2>nul
  if errorlevel 1 (
    echo Photobridge is not built yet and needs Maven for that: install Maven and run this again. 1>&2
    exit /b 1
  )
  echo Building Photobridge. The first time this takes some minutes, most of them for downloads ... 1>&2
  pushd "%PHOTOBRIDGE_HOME%"
  set "JAVA25_HOME=%FOUND_JDK%"
  call mvn -B -ntp -q -DskipTests -pl app -am package
  if errorlevel 1 (
    popd
    echo The build failed. 1>&2
    exit /b 1
  )
  popd
)

rem After pulling a newer version delete app\target\photobridge.jar, so that it is built again.
"%FOUND_JDK%\bin\java.exe" -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true "-Dphotobridge.home=%PHOTOBRIDGE_HOME%" %JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:try
if not exist "%~1\bin\javac.exe" exit /b
if not exist "%~1\release" exit /b
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul && set "FOUND_JDK=%~1"
exit /b
