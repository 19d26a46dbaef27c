#!/usr/bin/env pwsh
#requires -Version 7.2
# The command lines of a deployment, by the Power Platform CLI (pac); see README.md, or --help. deploy.sh does the same in bash.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$Here = $PSScriptRoot
$Root = Split-Path $Here
. (Join-Path $Here operator/powershell/text.ps1)

$Solution = 'CrmExtensions'
$DryRun = $Unmanaged = $false
$Command = $For = $Zip = $Dll = $null
$Geo = 'Japan'

$OptionsOf = @{
    pack = @()
    data = @()
    apply = @()
    check = '--zip', '--geo', '--unmanaged'
    import = '--for', '--zip', '--unmanaged'
    upgrade = '--for', '--zip', '--unmanaged'
    hold = '--for', '--zip', '--unmanaged'
    push = , '--dll'
}

function Read-Options([string[]] $Words) {
    if (-not $OptionsOf.ContainsKey($Command)) { Stop-Run 2 usage.command $Command }
    $allowed = $OptionsOf[$Command] + '--dry-run', '--language'
    for ($place = 0; $place -lt $Words.Count; $place++) {
        $word = $Words[$place]
        if ($word -cnotin $allowed) { Stop-Run 2 usage.option $word, $Command }
        elseif ($word -eq '--dry-run') { $script:DryRun = $true }
        elseif ($word -eq '--unmanaged') { $script:Unmanaged = $true }
        elseif ($place + 1 -eq $Words.Count) { Stop-Run 2 usage.value $word }
        else {
            $value = $Words[++$place]
            switch ($word) {
                --for { $script:For = $value }
                --zip { $script:Zip = $value }
                --dll { $script:Dll = $value }
                --geo { $script:Geo = $value }
            }
        }
    }
}

# Shows a command line, then runs it.
function Invoke-Line([string] $Program, [string[]] $Arguments) {
    [Console]::Out.WriteLine("+ $Program " + ($Arguments -join ' '))
    if ($DryRun) { return }
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

function Test-Pac {
    if (-not $DryRun -and -not (Get-Command pac -CommandType Application -ErrorAction Ignore)) { Stop-Run 2 deploy.pac }
}

# The zip that pack has made of the version of the changelog.
function Find-Zip {
    if (-not $Zip) {
        $version = (Select-String -LiteralPath (Join-Path $Root Solution/CHANGELOG.md) -Pattern '^## ([0-9][0-9.]*)$' | Select-Object -First 1).Matches[0].Groups[1].Value
        $script:Zip = Join-Path $Root ".artifacts/packages/${Solution}_$version$($Unmanaged ? '' : '_managed').zip"
    }
    if (-not $DryRun -and -not (Test-Path -LiteralPath $Zip)) { Stop-Run 2 deploy.zip $Zip }
}

# Without --activate-plugins: steps run only once every alternate key is active, which operator.ps1 setup waits for.
function Import-Solution([string[]] $More = @()) {
    if (-not $For) { Stop-Run 2 deploy.for }
    $settings = Join-Path $Here "environments/$For/deployment-settings.json"
    if (-not (Test-Path -LiteralPath $settings)) { Stop-Run 2 need.file $settings }
    Find-Zip
    # Unmanaged components are seen only once they are published.
    if ($Unmanaged) { $More += '--publish-changes' }
    Invoke-Line pac org, who
    Invoke-Line pac (@('solution', 'import', '--path', $Zip, '--settings-file', $settings, '--async', '--max-async-wait-time', '60') + $More)
}

function Push-Plugin {
    $data = [xml] (Get-Content -Raw (Join-Path $Root Solution/src/PluginAssemblies/*/*.dll.data.xml))
    $file = $Dll ? $Dll : (Join-Path $Root .artifacts/bin/CrmExtensions.Plugins/release/CrmExtensionsPlugins.dll)
    if (-not $DryRun -and -not (Test-Path -LiteralPath $file)) { Stop-Run 2 deploy.dll $file }
    Invoke-Line pac org, who
    Invoke-Line pac plugin, push, --pluginId, $data.PluginAssembly.PluginAssemblyId, --pluginFile, $file, --type, Assembly
}

function Import-Data {
    Invoke-Line pac org, who
    Invoke-Line pac data, import, --data, (Join-Path $Here data)
}

$words = @($args | ForEach-Object { "$_" })
Select-Language $words
Import-Texts
if ($words -contains '--help' -or $words -contains '-h') {
    Write-Text deploy.help
    exit 0
}
if ($words.Count -eq 0) { Stop-Run 2 deploy.help }
$Command = $words[0]
Read-Options @($words | Select-Object -Skip 1)
if ($Command -eq 'data' -and -not $IsWindows) { Stop-Run 2 deploy.windows }
if ($Command -ne 'pack') { Test-Pac }
switch ($Command) {
    pack { Invoke-Line dotnet build, (Join-Path $Root Solution), --configuration, Release }
    check {
        Find-Zip
        Invoke-Line pac solution, check, --path, $Zip, --geo, $Geo, --outputDirectory, (Join-Path $Root .artifacts/check)
    }
    import { Import-Solution }
    upgrade { Import-Solution --stage-and-upgrade }
    hold { Import-Solution --import-as-holding }
    apply {
        Invoke-Line pac org, who
        Invoke-Line pac solution, upgrade, --solution-name, $Solution, --async, --max-async-wait-time, 60
    }
    data { Import-Data }
    push { Push-Plugin }
}
